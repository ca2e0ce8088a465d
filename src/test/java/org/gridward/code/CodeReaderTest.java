package org.gridward.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeReaderTest {

    private static final Map<String, String> KNOWN = Map.of(
            "town 330999001", "Yunpu Sub-district",
            "community 330999001002", "Tingchao Community");

    private final CodeReader reader = new CodeReader(new CodeReader.Names() {
        @Override
        public Optional<CodeReader.Name> division(String layer, String key) {
            return Optional.ofNullable(KNOWN.get(layer + " " + key)).map(name -> new CodeReader.Name(name, name));
        }

        @Override
        public boolean shouldKnow(String layer, String key) {
            return key.startsWith("330999");
        }

        @Override
        public Optional<CodeReader.Name> category(CodeScheme scheme, String classDigits) {
            return Optional.empty();
        }
    });

    @Test
    void explainsEachPartWithTheNamesThatAreKnown() {
        CodeReading reading = reader.read(TestSchemes.UNIT_GRID, "330999001002012");
        assertThat(reading.valid()).isTrue();
        assertThat(reading.parts()).extracting(PartReading::digits).containsExactly("330999", "001", "002", "012");
        assertThat(reading.parts())
                .extracting(PartReading::nameEn)
                .containsExactly(null, "Yunpu Sub-district", "Tingchao Community", null);
        assertThat(reading.parts().get(1).meaningEn()).isEqualTo("street");
    }

    @ParameterizedTest
    @CsvSource({
        "330999600002012, street, 600, 001-099 street",
        "330999001400012, community, 400, 001-199 neighbourhood committee",
        "330999001000012, community, 000, 001-199 neighbourhood committee",
        "330999001002000, sequence, 000, 001-999 sequence",
        "990999001002012, county, 990999, 330001-339999 Zhejiang",
        "33099900100201, code, 33099900100201, 15 digits",
        "33099900100201X, code, 33099900100201X, 15 digits",
        "330999001003012, community, 003, in force",
        "330999002001012, street, 002, in force"
    })
    void namesThePartThatIsWrongAndWhatIsAllowed(String code, String part, String value, String allowed) {
        CodeReading reading = reader.read(TestSchemes.UNIT_GRID, code);
        assertThat(reading.valid()).isFalse();
        CodeFault fault = reading.faults().get(0);
        assertThat(fault.part()).isEqualTo(part);
        assertThat(fault.value()).isEqualTo(value);
        assertThat(fault.allowed()).contains(allowed);
    }

    @Test
    void takesAnotherCountyForUnknownNotForWrong() {
        assertThat(reader.read(TestSchemes.UNIT_GRID, "330102001002012").valid())
                .isTrue();
    }

    @Test
    void readsMergedCommunitiesAndTheCommunityThatIsNotSplit() {
        CodeReading reading = reader.read(TestSchemes.COMMUNITY_GRID, "01020033099900160100");
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.parts().get(3).meaningEn()).isEqualTo("merged communities");
        assertThat(reading.parts().get(4).meaningEn()).isEqualTo("not split");
        assertThat(reading.parts().get(2).nameEn()).isEqualTo("Yunpu Sub-district");
    }
}
