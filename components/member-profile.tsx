import type { ReactNode } from "react";
import { Chip } from "./chip";
import { Letter } from "./letter";
import { StoredHtml } from "./stored-html";
import { Time } from "./time";
import type { Moment, Role } from "./types";

export type ProfileView = {
  name: string;
  role: Role;
  title?: string;
  personalText?: string;
  aboutHtml?: string;
  joinedAt: Moment;
  posts: number;
  thanksReceived: number;
  thanksGiven: number;
  online?: boolean;
};

const titles: Record<Role, string> = { member: "Member", moderator: "Moderator", administrator: "Administrator" };

/** The head of a member's page. Health facts, counts and newest posts follow as children. */
export function MemberProfile({ member, children }: { member: ProfileView; children?: ReactNode }) {
  return (
    <div className="profile">
      <header className="profile-head">
        <Letter name={member.name} role={member.role} />
        <div>
          <h1>
            <bdi>{member.name}</bdi>
          </h1>
          <p className="author-title">
            {member.role === "member" ? (
              (member.title ?? titles.member)
            ) : (
              <Chip tone="moderator">{member.title ?? titles[member.role]}</Chip>
            )}
            {member.online !== undefined && (
              <span className={member.online ? "presence online" : "presence"}>
                {member.online ? "Online" : "Offline"}
              </span>
            )}
          </p>
          {member.personalText && (
            <p className="profile-personal" dir="auto">
              {member.personalText}
            </p>
          )}
        </div>
      </header>
      <dl className="figures">
        <div>
          <dt>Member since</dt>
          <dd>
            <Time at={member.joinedAt} dayOnly />
          </dd>
        </div>
        <div>
          <dt>Posts</dt>
          <dd>{member.posts.toLocaleString("en-GB")}</dd>
        </div>
        <div>
          <dt>Thanks received</dt>
          <dd>{member.thanksReceived.toLocaleString("en-GB")}</dd>
        </div>
        <div>
          <dt>Thanks given</dt>
          <dd>{member.thanksGiven.toLocaleString("en-GB")}</dd>
        </div>
      </dl>
      {member.aboutHtml && (
        <section className="profile-about">
          <h2>About</h2>
          <StoredHtml className="prose" dir="auto" html={member.aboutHtml} />
        </section>
      )}
      {children}
    </div>
  );
}
