export { Start as StartRoute } from "@/features/start/Start";
