package dev.carom.controlplane.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.carom.controlplane.problem.InvalidParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters, orders and cursors, on a collection in memory. */
class MemoryCollectionTest {
    private record Ship(long number, String name, long guns) {}

    private static final MemoryCollection<Ship> SHIPS = MemoryCollection.<Ship>keyed(
                    Field.number("number"), Ship::number, "number")
            .with(Field.text("name"), Ship::name)
            .with(Field.number("guns"), Ship::guns);

    private static final List<Ship> FLEET = List.of(
            new Ship(1, "Victory", 104),
            new Ship(2, "Agamemnon", 64),
            new Ship(3, "Euryalus", 36),
            new Ship(4, "Mars", 64));

    private static PageRequest request(
            @Nullable Integer limit, @Nullable String cursor, @Nullable String sort, @Nullable String filter) {
        return new PageRequest(limit, cursor, sort, filter, null);
    }

    private static List<Long> numbers(List<Ship> ships) {
        return ships.stream().map(Ship::number).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            guns=64                | 2 4
            guns!=64               | 1 3
            guns>64                | 1
            guns>=64,name~A        | 2 4
            guns<64                | 3
            guns<=64 , name = Mars | 4
            name="Mars"            | 4
            """)
    void everyConditionHoldsOfWhatIsListed(String filter, String expected) {
        List<Ship> found = SHIPS.page(FLEET, request(null, null, null, filter)).items();
        assertThat(String.join(
                        " ",
                        found.stream().map(ship -> Long.toString(ship.number())).toList()))
                .isEqualTo(expected);
    }

    @Test
    void pagesFollowOneAnotherInAMixedOrderWithEquals() {
        List<Long> seen = new ArrayList<>();
        String cursor = null;
        do {
            Slice<Ship> page = SHIPS.page(FLEET, request(1, cursor, "-guns,name", null));
            seen.addAll(numbers(page.items()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).containsExactly(1L, 2L, 4L, 3L);
    }

    @Test
    void whatComesOrGoesBetweenPagesMovesNothingElse() {
        Slice<Ship> first = SHIPS.page(FLEET, request(2, null, "-guns", null));
        assertThat(numbers(first.items())).containsExactly(1L, 4L);
        List<Ship> changed = new ArrayList<>(FLEET);
        changed.removeIf(ship -> ship.number() == 4);
        changed.add(new Ship(5, "Temeraire", 98));
        assertThat(numbers(SHIPS.page(changed, request(2, first.nextCursor(), "-guns", null))
                        .items()))
                .containsExactly(2L, 3L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            filter | colour=red      | -    | FIELD_UNKNOWN
            filter | guns            | -    | FILTER_INVALID
            filter | =1              | -    | FILTER_INVALID
            filter | guns=many       | -    | VALUE_INVALID
            filter | guns~6          | -    | OPERATOR_INVALID
            filter | guns=1,         | -    | LIST_INVALID
            filter | name="open      | -    | LIST_INVALID
            sort   | -               | size | FIELD_UNKNOWN
            sort   | -               | name,-name | SORT_INVALID
            """)
    void whatCannotBeReadIsRefusedByTheParametersName(
            String parameter, @Nullable String filter, @Nullable String sort, String code) {
        assertThatThrownBy(() -> SHIPS.page(FLEET, request(null, null, sort, filter)))
                .isInstanceOfSatisfying(InvalidParameter.class, refusal -> {
                    assertThat(refusal.violation().code()).isEqualTo(code);
                    assertThat(refusal.violation().parameter()).isEqualTo(parameter);
                });
    }

    @Test
    void aCursorBelongsToItsOrder() {
        String cursor = SHIPS.page(FLEET, request(1, null, "name", null)).nextCursor();
        assertThatThrownBy(() -> SHIPS.page(FLEET, request(1, cursor, "-name", null)))
                .isInstanceOf(InvalidParameter.class);
    }

    @Test
    void aFilterHasAnEnd() {
        String long21 = String.join(
                ",", IntStream.range(0, 21).mapToObj(i -> "guns!=" + i).toList());
        assertThatThrownBy(() -> SHIPS.page(FLEET, request(null, null, null, long21)))
                .isInstanceOf(InvalidParameter.class)
                .hasMessageContaining("20");
    }
}
