package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.TestBanks;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every form finds what it asks for in the company profile, in a place that fits. */
class PlacesOfFormsTest {

    /** A text of the profile can be what a form chooses among the company's lots, or checks as a branch's number. */
    private static final Set<FieldType> TEXTS =
            Set.of(FieldType.TEXT, FieldType.LONG_TEXT, FieldType.LOT, FieldType.CLEARING_NUMBER);

    private final Catalogues catalogues = new Catalogues(new ObjectMapper(), TestBanks.configured());
    private final Catalogue places = read();

    @ParameterizedTest
    @EnumSource
    void aPlaceIsThereAndOfTheSameKind(Channel channel) {
        placed(channel).forEach(field -> {
            Field place = places.field(field.profile()).orElseThrow();
            assertThat(fits(field, place)).as(field.key()).isTrue();
            assertThat(most(place))
                    .as(field.key())
                    .isGreaterThanOrEqualTo(field.type() == FieldType.LOT ? 0 : most(field));
            assertThat(!field.sensitive() || place.sensitive()).as(field.key()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aChoiceIsOneThatTheProfileHas(Channel channel) {
        placed(channel).filter(field -> field.type() == FieldType.CHOICE).forEach(field -> assertThat(
                        choices(places.field(field.profile()).orElseThrow()))
                .as(field.key())
                .containsAll(choices(field)));
    }

    /** 姓名 of the licence and of the identity card are the same person's: the form itself compares them. */
    @ParameterizedTest
    @EnumSource
    void twoFieldsShareAPlaceOnlyWhereTheFormComparesThem(Channel channel) {
        Map<String, List<Field>> byPlace = placed(channel).collect(Collectors.groupingBy(Field::profile));
        byPlace.values().stream().filter(fields -> fields.size() > 1).forEach(fields -> {
            Set<String> keys = fields.stream().map(Field::key).collect(Collectors.toSet());
            assertThat(fields.stream().filter(field -> field.comparedWith().anyMatch(keys::contains)))
                    .as("%s %s", channel, keys)
                    .hasSizeGreaterThanOrEqualTo(fields.size() - 1);
        });
    }

    @Test
    void whateverTwoChannelsAskHasAPlace() {
        Map<String, Long> askedBy = Arrays.stream(Channel.values())
                .flatMap(channel -> catalogues.of(channel).fields())
                .collect(Collectors.groupingBy(Field::key, Collectors.counting()));
        assertThat(Arrays.stream(Channel.values())
                        .flatMap(channel -> catalogues.of(channel).fields()))
                .filteredOn(field -> askedBy.get(field.key()) > 1)
                .allSatisfy(field -> assertThat(field.profile()).as(field.key()).isNotNull());
    }

    /** What is left is asked by one channel alone, about its own account, or is to be read off a paper that is uploaded with it. */
    @Test
    void onlyWhatIsOneChannelsOwnHasNone() {
        assertThat(Arrays.stream(Channel.values())
                        .flatMap(channel -> catalogues.of(channel).fields())
                        .filter(field -> field.profile() == null && !field.former())
                        .map(Field::key))
                .containsExactlyInAnyOrder(
                        "hasEnterpriseAccount",
                        "alipayAccount",
                        "applyLots",
                        "receivingAccount",
                        "accountScreenshot",
                        "signingBank");
    }

    @Test
    void aPaperHoldsAsLongAsADateOfTheProfileSays() {
        assertThat(places.fields().filter(field -> field.validUntil() != null))
                .isNotEmpty()
                .allSatisfy(paper -> {
                    assertThat(paper.type()).isEqualTo(FieldType.PAPER);
                    assertThat(places.field(paper.validUntil()).orElseThrow().type())
                            .isEqualTo(FieldType.DATE_OR_LONG_TERM);
                });
    }

    private Stream<Field> placed(Channel channel) {
        return catalogues.of(channel).fields().filter(field -> field.profile() != null);
    }

    private static boolean fits(Field field, Field place) {
        return field.type() == place.type() || TEXTS.contains(field.type()) && TEXTS.contains(place.type());
    }

    private static int most(Field field) {
        return field.maxLength() == null ? 1000 : field.maxLength();
    }

    private static List<String> choices(Field field) {
        return field.options().stream().map(Field.Option::value).toList();
    }

    private static Catalogue read() {
        try {
            return new ObjectMapper().readValue(new File("forms/profile.places.json"), Catalogue.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
