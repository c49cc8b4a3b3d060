import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ReviewScreen } from "@/features/reviews/ReviewScreen";
import { ReviewsList } from "@/features/reviews/ReviewsList";
import { StartReview } from "@/features/reviews/StartReview";

/** All access reviews of the open platform. */
export function ReviewsRoute() {
  const { profile } = useParams({ from: "/p/$profile/reviews" });
  return <ReviewsList key={profile} profile={profile} />;
}

/** Where a review begins; the one that it repeats lives in the address. */
export function ReviewStartRoute() {
  const { profile } = useParams({ from: "/p/$profile/reviews/start" });
  const { again } = useSearch({ from: "/p/$profile/reviews/start" });
  return <StartReview key={`${profile} ${again}`} profile={profile} again={again} />;
}

/** One review; which of its people are shown, and who is open, live in the address. */
export function ReviewRoute() {
  const { profile, review } = useParams({ from: "/p/$profile/reviews/$review" });
  const search = useSearch({ from: "/p/$profile/reviews/$review" });
  const navigate = useNavigate({ from: "/p/$profile/reviews/$review" });
  return (
    <ReviewScreen
      key={`${profile} ${review}`}
      profile={profile}
      review={review}
      search={search}
      onSearch={(change, replace) =>
        navigate({ search: (before) => ({ ...before, ...change }), replace: replace ?? false })
      }
    />
  );
}
