package org.gridward.mapdata.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.gridward.grid.AdoptEdition;
import org.gridward.grid.Editions;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.grid.Layers;
import org.gridward.grid.NewGrid;
import org.springframework.stereotype.Component;

/** Carries the demo city through the front doors of the rooms, step by step. */
@Component
class DemoLoader {

    /** The step after which the city is whole. */
    static final String LAST_STEP = "incidents";

    private static final String ACTOR = "demo";

    private record Step(String name, String label, int weight, Runnable work) {}

    private final LoadSteps steps;
    private final Layers layers;
    private final Editions editions;
    private final FeatureStore features;
    private final RoomDoors rooms;
    private final DemoDesk desk;

    DemoLoader(
            LoadSteps steps, Layers layers, Editions editions, FeatureStore features, RoomDoors rooms, DemoDesk desk) {
        this.steps = steps;
        this.layers = layers;
        this.editions = editions;
        this.features = features;
        this.rooms = rooms;
        this.desk = desk;
    }

    /** Does every step that is not done yet. */
    void load(LoadSteps.Story story, LoadBar bar, int drawn) {
        DemoCity city = DemoCity.generate(story.seed());
        List<Step> all = steps(city, story);
        Set<String> done = steps.done();
        bar.advance(drawn, all.get(0).label());
        for (int i = 0; i < all.size(); i++) {
            Step step = all.get(i);
            if (!done.contains(step.name())) {
                steps.run(step.name(), story, step.work());
            }
            bar.advance(step.weight(), i + 1 < all.size() ? all.get(i + 1).label() : "done");
        }
    }

    /** What the weights of all steps add up to. */
    static int weight() {
        return 112;
    }

    private List<Step> steps(DemoCity city, LoadSteps.Story story) {
        List<Step> all = new ArrayList<>();
        for (LayerDrawing layer : city.layers()) {
            String name = "layer " + layer.layer() + " " + layer.daysBefore();
            all.add(new Step(
                    name, layer.nameEn().toLowerCase(Locale.ROOT) + " borders", 2, () -> adopt(city, layer, story)));
        }
        all.add(new Step("base map", "streets and houses", 24, () -> features.load(city)));
        all.add(new Step("places", "lamp posts and shops", 10, () -> rooms.places(city)));
        all.add(new Step("teams", "teams", 3, () -> rooms.teams(city)));
        all.add(new Step("pairs", "teams of sea and land", 1, () -> rooms.pairs(city)));
        all.add(new Step("owners", "owners of lamps and lifts", 1, () -> rooms.owners(city)));
        all.add(new Step("tracks", "patrols of 30 days", 26, () -> rooms.tracks(city, story.end())));
        all.add(new Step("desk", "shifts, cover and a playbook", 1, () -> desk.fill(city, story.end())));
        all.add(new Step(LAST_STEP, "incidents of a year", 20, () -> rooms.incidents(city, story.end())));
        return all;
    }

    private void adopt(DemoCity city, LayerDrawing drawing, LoadSteps.Story story) {
        layers.ensure(new Layer(
                drawing.layer(),
                drawing.partition() ? LayerKind.PARTITION : LayerKind.FREE,
                Optional.ofNullable(drawing.parent()),
                drawing.nameZh(),
                drawing.nameEn()));
        List<NewGrid> grids = drawing.grids().stream()
                .map(g -> new NewGrid(
                        g.code(),
                        g.nameZh(),
                        g.nameEn(),
                        Optional.ofNullable(g.parent()),
                        g.households() > 0 ? OptionalInt.of(g.households()) : OptionalInt.empty(),
                        g.shape(),
                        g.attributes()))
                .toList();
        editions.adopt(
                new AdoptEdition(
                        drawing.layer(),
                        story.end().minus(Duration.ofDays(drawing.daysBefore())),
                        grids,
                        Optional.empty(),
                        city.source()),
                ACTOR);
    }
}
