import { Chip } from "./chip";
import { MemberName } from "./member-name";
import type { Role } from "./types";

type Keeper = { id: number; name: string; role: Role; categories: { id: number; name: string }[] };

const roles: Record<Role, string> = { administrator: "Administrator", moderator: "Moderator", member: "Member" };

/** Who looks after the forum, and what of it. */
export function KeeperList({ keepers }: { keepers: Keeper[] }) {
  return (
    <ul className="count-list">
      {keepers.map(({ id, name, role, categories }) => (
        <li key={id}>
          <MemberName name={name} />
          <span className="marks">
            {role !== "member" && <Chip tone="moderator">{roles[role]}</Chip>}
            {categories.map((category) => (
              <Chip key={category.id}>{category.name}</Chip>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
