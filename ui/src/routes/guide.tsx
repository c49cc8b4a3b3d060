export { Guide as GuideRoute } from "@/features/guide/Guide";
