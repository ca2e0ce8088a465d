package org.gridward.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gridward.GridwardIT;
import org.gridward.geodesy.RealData;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ranges of the scheme table against the public list of the country's streets and towns. */
@GridwardIT
class RealDivisionCodesIT {

    @Autowired
    CodeSchemes schemes;

    @Test
    void holdsTheCodesOfAllStreetsAndTownsButOne() throws IOException {
        Path list = RealData.folder("china-admin-codes").resolve("streets.csv");
        assumeThat(Files.exists(list)).as("no real data at %s", list).isTrue();
        CodeScheme town = schemes.get("town", 1);
        CodeReader reader = new CodeReader(new NoNames());
        Map<String, Integer> kinds = new TreeMap<>();
        int read = 0;
        for (String line : Files.readAllLines(list).stream().skip(1).toList()) {
            String[] cells = line.split(",");
            read++;
            CodeReading reading = reader.read(town, cells[0]);
            String kind = reading.valid() ? reading.parts().get(1).meaningEn() : "none";
            String name = cells[1].replace("\"", "");
            boolean fits =
                    switch (kind) {
                        case "street" -> name.endsWith("街道") || name.endsWith("办事处");
                        case "town" -> name.endsWith("镇");
                        case "township" -> name.endsWith("乡");
                        default -> true;
                    };
            kinds.merge(fits ? kind : kind + " by another name", 1, Integer::sum);
        }
        assertThat(read).isEqualTo(41_352);
        assertThat(kinds.get("none")).isEqualTo(1);
        assertThat(kinds)
                .containsEntry("street", 9_001)
                .containsEntry("town", 21_366)
                .containsEntry("township", 8_044);
    }

    private static final class NoNames implements CodeReader.Names {
        @Override
        public Optional<CodeReader.Name> division(String layer, String key) {
            return Optional.empty();
        }

        @Override
        public boolean shouldKnow(String layer, String key) {
            return false;
        }

        @Override
        public Optional<CodeReader.Name> category(CodeScheme scheme, String classDigits) {
            return Optional.empty();
        }
    }

    @Test
    void namesEveryStandardAndSaysWhatIsOnlyClaimed() {
        assertThat(schemes.list())
                .extracting(scheme ->
                        scheme.id() + " " + scheme.version() + " " + scheme.digits() + " " + scheme.standing())
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "town 1 9 STANDARD",
                        "community 1 12 STANDARD",
                        "unit-grid 1 15 STANDARD",
                        "community-grid 1 20 STANDARD",
                        "grid 1 14 OWN",
                        "component 1 16 STANDARD",
                        "component 2 16 CLAIM",
                        "event 1 10 STANDARD"));
        assertThat(schemes.list()).allSatisfy(scheme -> {
            int next = 1;
            for (CodePart part : scheme.parts()) {
                assertThat(part.fromDigit()).isEqualTo(next);
                next += part.length();
            }
            assertThat(next - 1).isEqualTo(scheme.digits());
        });
    }
}
