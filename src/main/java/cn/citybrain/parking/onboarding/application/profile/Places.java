package cn.citybrain.parking.onboarding.application.profile;

import cn.citybrain.parking.onboarding.application.form.Catalogue;
import cn.citybrain.parking.onboarding.application.form.Catalogues;
import cn.citybrain.parking.onboarding.application.form.Field;
import cn.citybrain.parking.onboarding.channel.Channel;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The places of a company profile ({@code forms/profile.places.json}): fields like those of a form, so that the same rules
 * check them and the same masks hide them. The start fails while a channel's form names a place that is not there.
 */
@Component
public class Places {

    static final String COMPANY_NAME = "company.name";
    static final String USCC = "company.uscc";
    static final String LEGAL_NAME = "legal.name";
    static final String STORE_NAME = "store.name";
    static final String STORE_ADDRESS = "store.address";
    static final String STORE_SPACES = "store.spaceCount";
    static final String ACCOUNT_NAME = "account.name";
    static final String ACCOUNT_NUMBER = "account.number";
    static final String ACCOUNT_BANK = "account.bank";
    private static final String FILE = "forms/profile.places.json";

    private final Catalogue form;

    Places(ObjectMapper json, Catalogues catalogues) {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            form = json.readValue(in, Catalogue.class).withCities();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Channel channel : Channel.values()) {
            catalogues.of(channel).fields().forEach(field -> require(channel, field));
        }
    }

    private void require(Channel channel, Field field) {
        if (field.profile() != null && find(field.profile()).isEmpty()) {
            throw new IllegalStateException(
                    field.key() + " of " + channel + " names " + field.profile() + ", which is not in " + FILE);
        }
    }

    /** All places, in groups. */
    public Catalogue form() {
        return form;
    }

    /** What is typed of the company itself. */
    Catalogue facts() {
        return form.only(List.of("facts"));
    }

    /** What is typed of one settlement account. */
    Catalogue account() {
        return form.only(List.of("account"));
    }

    Catalogue papers() {
        return form.only(List.of("papers"));
    }

    public Optional<Field> find(String place) {
        return form.field(place);
    }

    /** @throws IllegalArgumentException if there is no such place */
    Field of(String place) {
        return find(place).orElseThrow(() -> new IllegalArgumentException("no place " + place));
    }

    /** A number and the kind of document that it stands on mean nothing without each other: the other place of the two. */
    List<String> documentOf(String place) {
        return form.fields()
                .flatMap(field -> field.documentWith(place).stream())
                .toList();
    }

    /** Whether anybody may read it on the business licence. */
    static boolean isOnTheLicence(String place) {
        return place.equals(LEGAL_NAME);
    }

    /** Whether each settlement account has one of its own. */
    static boolean isAccounts(String place) {
        return place.startsWith("account.");
    }

    /** Whether it means nothing without the name of the lot that it is about. */
    static boolean isOneLots(String place) {
        return place.equals(STORE_ADDRESS) || place.equals(STORE_SPACES);
    }

    /** Whether it is about a lot of the company. */
    static boolean isStores(String place) {
        return place.startsWith("store.");
    }
}
