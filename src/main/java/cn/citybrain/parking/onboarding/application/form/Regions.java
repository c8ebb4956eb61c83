package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.application.form.Field.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * The cities of the mainland and the counties of Zhejiang by their codes of GB/T 2260 ({@code forms/regions.csv}, as the
 * National Bureau of Statistics publishes them, 2023).
 */
final class Regions {

    static final Regions MAINLAND = read();

    private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");
    private static final String ZHEJIANG = "33";
    /** 中山北路 is a street of Hangzhou as well. */
    private static final String NO_STREET = "(?![东西南北中]{0,2}(路|街|大道|巷|弄|大厦|广场))";

    /** @param county empty for a city */
    private record Region(String code, String province, String city, String county) {

        boolean isCity() {
            return county.isEmpty();
        }

        Option option() {
            return new Option(code, province + " " + city, null);
        }

        String shortCity() {
            return city.endsWith("市") && city.length() > 2 ? city.substring(0, city.length() - 1) : city;
        }
    }

    private final Map<String, Region> byCode;

    private Regions(List<Region> all) {
        byCode = all.stream()
                .collect(
                        Collectors.toMap(Region::code, Function.identity(), (a, b) -> a, java.util.LinkedHashMap::new));
    }

    private static Regions read() {
        try (InputStream in = new ClassPathResource("forms/regions.csv").getInputStream()) {
            return new Regions(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> (line + ",,").split(",", -1))
                    .map(cells -> new Region(cells[0], cells[1], cells[2], cells[3]))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All cities to choose from: code, and province and city with a blank between. */
    List<Option> cities() {
        return byCode.values().stream()
                .filter(Region::isCity)
                .map(Region::option)
                .toList();
    }

    /** The city of a code, which may be a county's; empty for a code that is none. */
    Optional<String> city(String code) {
        boolean counties = code.startsWith(ZHEJIANG);
        return Optional.ofNullable(byCode.get(code))
                .or(() -> counties ? Optional.empty() : Optional.ofNullable(byCode.get(code.substring(0, 4) + "00")))
                .or(() -> municipality(code))
                .map(Region::city);
    }

    private Optional<Region> municipality(String code) {
        String province = code.substring(0, 2);
        return MUNICIPALITIES.contains(province)
                ? Optional.ofNullable(byCode.get(province + "0100"))
                : Optional.empty();
    }

    /** The cities that an address or the name of a bank's branch names, as far as that can be told. */
    Set<String> named(String text) {
        String plain = text.replaceAll("\\s", "");
        Set<String> first = cities(region -> begins(plain, region, region.isCity() ? region.city() : region.county()));
        return first.isEmpty() ? cities(region -> region.isCity() && mentions(plain, region.shortCity())) : first;
    }

    private Set<String> cities(Predicate<Region> which) {
        return byCode.values().stream().filter(which).map(Region::city).collect(Collectors.toSet());
    }

    private static boolean begins(String text, Region region, String name) {
        return text.startsWith(name) || text.startsWith(region.province() + name);
    }

    private static boolean mentions(String text, String name) {
        return text.contains(name)
                && Pattern.compile(Pattern.quote(name) + NO_STREET)
                        .matcher(text)
                        .find();
    }
}
