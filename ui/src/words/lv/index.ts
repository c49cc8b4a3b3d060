export { passing } from "./passing";
