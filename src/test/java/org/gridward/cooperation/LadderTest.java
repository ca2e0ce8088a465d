package org.gridward.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.gridward.cooperation.Ladder.Rung;
import org.gridward.grid.Layer;
import org.gridward.grid.LayerKind;
import org.gridward.incident.PlacedIn;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final List<Layer> LAYERS = List.of(
            layer("street", null),
            layer("comprehensive-grid", "street"),
            layer("community", "comprehensive-grid"),
            layer("grid", "community"),
            new Layer("street-block", LayerKind.FREE, Optional.empty(), "街区", "Block"));

    @Test
    void itIsTheTreeOfLayersFromTheFinestThatHolds() {
        Ladder ladder = Ladder.of(
                LAYERS,
                List.of(in("street-block"), in("grid"), in("community"), in("comprehensive-grid"), in("street")));
        assertThat(ladder.layers()).containsExactly("grid", "community", "comprehensive-grid", "street");
        assertThat(ladder.bottom()).contains(new Rung("grid", "grid-1"));
        assertThat(ladder.above("grid", 1)).contains(new Rung("community", "community-1"));
        assertThat(ladder.above("community", 9)).contains(new Rung("street", "street-1"));
        assertThat(ladder.above("street", 1)).isEmpty();
        assertThat(ladder.find("street", "grid")).isPresent();
        assertThat(ladder.find("grid", "community")).isEmpty();
    }

    @Test
    void aRungThatHoldsNothingIsSteppedOver() {
        Ladder ladder = Ladder.of(LAYERS, List.of(in("grid"), in("street")));
        assertThat(ladder.layers()).containsExactly("grid", "street");
        assertThat(Ladder.of(LAYERS, List.of(in("street-block"))).bottom()).isEmpty();
    }

    private static Layer layer(String code, String parent) {
        return new Layer(code, LayerKind.PARTITION, Optional.ofNullable(parent), code, code);
    }

    private static PlacedIn in(String layer) {
        return new PlacedIn(layer, layer + "-1", "e1", 1);
    }
}
