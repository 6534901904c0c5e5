import type { RouteConfig } from "@remix-run/route-config";
import kioskRoutes from "./routes/kiosk.ts";
import { systemRoutes } from "./routes/system.ts";
import visitorRoutes from "./routes/visitor.ts";
import { workbench } from "./routes/workbench.ts";

export default [...systemRoutes, ...visitorRoutes, ...workbench, ...kioskRoutes] satisfies RouteConfig;
