"use server";
import { formAction } from "@/app/_server/action";
import { appointCategoryModerator, dismissCategoryModerator } from "@/lib/administration/commands";
import { AppointInput, DismissInput } from "@/lib/administration/schema";
import { changeCategory, createCategory, deleteCategory, placeCategory } from "@/lib/categories/commands";
import {
  ChangeCategoryInput,
  CreateCategoryInput,
  DeleteCategoryInput,
  PlaceCategoryInput,
} from "@/lib/categories/schema";

export const createCategoryAction = formAction(
  CreateCategoryInput,
  createCategory,
  () => "/admin/categories?saved=made",
);
export const changeCategoryAction = formAction(
  ChangeCategoryInput,
  changeCategory,
  ({ id }) => `/admin/categories/${id}?saved=yes`,
);
export const placeCategoryAction = formAction(PlaceCategoryInput, placeCategory, () => "/admin/categories");
export const deleteCategoryAction = formAction(
  DeleteCategoryInput,
  deleteCategory,
  () => "/admin/categories?saved=deleted",
);
export const appointAction = formAction(
  AppointInput,
  appointCategoryModerator,
  (_, { categoryId }) => `/admin/categories/${categoryId}?saved=moderators#moderators`,
);
export const dismissAction = formAction(
  DismissInput,
  dismissCategoryModerator,
  (_, { categoryId }) => `/admin/categories/${categoryId}?saved=moderators#moderators`,
);
