package org.gridward.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "文涵路922-926, 文涵路, 922, 926",
        "文涵路922-926号, 文涵路, 922, 926",
        "文涵路922号至926号, 文涵路, 922, 926",
        "文涵路 922 — 926, 文涵路, 922, 926",
        "文涵路９２２－９２６号, 文涵路, 922, 926",
        "文涵路926-922, 文涵路, 922, 926",
        "文涵路922号, 文涵路, 922, 922",
        "Wenhan Road 922-926, Wenhan Road, 922, 926",
    })
    void readsHouseNumbersOfAStreet(String written, String street, int from, int to) {
        assertThat(Address.of(written).numbers()).contains(new Address.Numbers(street, from, to));
    }

    @ParameterizedTest
    @CsvSource({
        "171-401, , 171",
        "171号401室, , 171",
        "171幢401, , 171",
        "171 401室, , 171",
        "祥东小区171号401室, 祥东小区, 171",
        "祥东小区171-401, 祥东小区, 171",
        "65号, , 65",
        "65, , 65",
        "祥东小区65号楼, 祥东小区, 65",
    })
    void readsABuildingWithOrWithoutEstateAndRoom(String written, String estate, String building) {
        assertThat(Address.of(written).building())
                .contains(new Address.Building(Optional.ofNullable(estate), building));
    }

    @Test
    void takesABuildingAndRoomForNoStreet() {
        assertThat(Address.of("171-401").numbers()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"渔港广场", "''", "-", "922-926-930-", "号", "a-b"})
    void readsNothingFromATextWithoutNumbers(String written) {
        Address address = Address.of(written);
        assertThat(address.numbers()).isEmpty();
        assertThat(address.building()).isEmpty();
    }

    @Test
    void endsQuicklyOnALongTextThatAlmostFits() {
        String text = "9 ".repeat(5_000) + "路";
        assertThat(Address.of(text).numbers()).isEmpty();
    }
}
