package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.modulith.NamedInterface;

/**
 * A column.
 *
 * @param key what the code calls it
 * @param title what stands above it
 * @param required whether the column must be there
 * @param alsoCalled other titles that people give it
 * @param example a value, for the template
 * @param explanation how to fill it in, for the template
 */
@NamedInterface("services")
public record Heading(
        String key,
        String title,
        Content content,
        boolean required,
        List<String> alsoCalled,
        String example,
        String explanation) {

    public Heading {
        alsoCalled = List.copyOf(alsoCalled);
    }

    /** @param written as it stands in a file; blanks, a star and 必填 beside it don't matter */
    boolean is(String written) {
        String plain = plain(written);
        return Stream.concat(Stream.of(title), alsoCalled.stream())
                .anyMatch(name -> plain(name).equalsIgnoreCase(plain));
    }

    private static String plain(String written) {
        return Characters.halfWidth(Characters.visible(written)).replaceAll("\\s|\\*|[(]必填[)]|[(]选填[)]", "");
    }
}
