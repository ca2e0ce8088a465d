package org.gridward.geometry;

/** The arc nearest to a point (the lowest number among equals), and how far it is in metres. */
public record NearArc(Arc arc, double meters) {}
