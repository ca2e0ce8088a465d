/** Turn any coordinate into WGS 84 longitude and latitude, that into local metres, and back: the one room with GeoTools. */
@ApplicationModule(allowedDependencies = {"platform"})
package org.gridward.geodesy;

import org.springframework.modulith.ApplicationModule;
