/** Keeps shops and their premises, charging stations, service points and every other thing with a fixed spot. */
@ApplicationModule(
        displayName = "Place",
        allowedDependencies = {"access", "datum", "grid", "geometry", "geodesy", "platform"})
package org.gridward.place;

import org.springframework.modulith.ApplicationModule;
