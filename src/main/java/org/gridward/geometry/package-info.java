/**
 * Computes on shapes: which grid holds a point, how far its border is, whether a set of grids covers its ground.
 *
 * <p>Pure kernels on the JDK and JTS: no Spring, SQL, clock or hidden randomness. Coordinates come in as WGS 84
 * longitude and latitude in degrees; lengths and areas go out in metres and square metres. Inputs are never changed.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.gridward.geometry;
