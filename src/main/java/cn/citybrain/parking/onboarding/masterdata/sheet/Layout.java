package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * The columns of a kind of file.
 *
 * @param name of the sheet that holds them, where a workbook has several
 */
@NamedInterface("services")
public record Layout(String name, List<Heading> headings) {

    public Layout {
        headings = List.copyOf(headings);
    }

    Optional<Heading> called(String written) {
        return headings.stream().filter(heading -> heading.is(written)).findFirst();
    }
}
