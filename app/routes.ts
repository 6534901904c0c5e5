import type { RouteConfig } from "@remix-run/route-config";
import kioskRoutes from "./routes/kiosk.ts";
import machineRoutes from "./routes/machines.ts";
import { systemRoutes } from "./routes/system.ts";
import visitorRoutes from "./routes/visitor.ts";
import { workbench } from "./routes/workbench.ts";

export default [...systemRoutes, ...visitorRoutes, ...workbench, ...kioskRoutes, ...machineRoutes] satisfies RouteConfig;
