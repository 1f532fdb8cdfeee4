import type { Metadata } from "next";
import { currentViewer } from "@/app/_server/auth";
import { direct } from "@/app/_server/direct";
import { Frame } from "@/app/_server/frame";
import { reading } from "@/app/_server/reading";
import { HealthFacts } from "@/components/health-facts";
import { MemberProfile } from "@/components/member-profile";
import { PlateletChart } from "@/components/platelet-chart";
import { PostList } from "@/components/post-list";
import { readProfile } from "@/lib/accounts/queries";
import { readHealth } from "@/lib/health/queries";
import { oncePerRequest } from "@/lib/platform/request";
import { canReport } from "@/lib/policy/can";
import { listNewestPostsBy } from "@/lib/posts/queries";
import { excerptOf } from "@/lib/posts/rules";

type Props = { params: Promise<{ name: string }> };

async function read({ params }: Props) {
  const name = decodeURIComponent((await params).name);
  const viewer = await currentViewer();
  const member = await reading(oncePerRequest(`profile ${name}`, () => readProfile(viewer, name)));
  return { viewer, member };
}

/** Members' pages stay out of search engines: people write about their health under these names. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { member } = await read(props);
  return {
    title: member.name,
    alternates: { canonical: `/u/${encodeURIComponent(member.name)}` },
    robots: { index: false, follow: true },
  };
}

async function MemberPage(props: Props) {
  const { viewer, member } = await read(props);
  const health = await readHealth(viewer, member.id);
  const posts = await listNewestPostsBy(viewer, member.id, 10);
  return (
    <Frame path={`/u/${encodeURIComponent(member.name)}`}>
      <MemberProfile member={member}>
        {member.own && (
          <p>
            <a href="/settings/profile">Edit your profile</a>
          </p>
        )}
        {canReport(viewer, { authorId: member.id, state: "visible" }).allowed && (
          <p className="profile-report">
            <a href={`/u/${encodeURIComponent(member.name)}/report`} rel="nofollow">
              Report this member
            </a>
          </p>
        )}
        {health.facts.length > 0 && (
          <section aria-labelledby="facts">
            <h2 id="facts">{member.own ? "Health, in your own words" : "Health, in their own words"}</h2>
            <HealthFacts facts={health.facts} showAudience={member.own} />
          </section>
        )}
        {health.counts.length > 0 && (
          <section aria-labelledby="counts">
            <h2 id="counts">Platelet counts</h2>
            <PlateletChart name={member.name} counts={health.counts} />
          </section>
        )}
        {posts.length > 0 && (
          <section aria-labelledby="posts">
            <h2 id="posts">Newest posts</h2>
            <PostList
              posts={posts.map(({ number, threadTitle, createdAt, html }) => ({
                number,
                threadTitle,
                writtenAt: createdAt,
                excerpt: excerptOf(html, 240),
              }))}
            />
          </section>
        )}
      </MemberProfile>
    </Frame>
  );
}

export default direct("/u/[name]", MemberPage, generateMetadata);
