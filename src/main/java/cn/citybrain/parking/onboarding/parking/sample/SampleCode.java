package cn.citybrain.parking.onboarding.parking.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Programs that play a whole visit at a lot, filled in for it. They run as they are: the private key is read from a file of the vendor's. */
@NamedInterface("services")
@Component
public class SampleCode {

    private enum Language {
        JAVA("Java", "CityBrainLot.java", "java CityBrainLot.java lot-private-key.pem __PLATE__"),
        PYTHON("Python", "citybrain_lot.py", "python3 citybrain_lot.py lot-private-key.pem __PLATE__"),
        PHP("PHP", "citybrain_lot.php", "php citybrain_lot.php lot-private-key.pem __PLATE__"),
        CSHARP(
                "C#",
                "CityBrainLot.cs",
                "dotnet new console -n CityBrainLot，用本文件替换 Program.cs，再 dotnet run -- lot-private-key.pem __PLATE__");

        private final String title;
        private final String file;
        private final String run;

        Language(String title, String file, String run) {
            this.title = title;
            this.file = file;
            this.run = run;
        }
    }

    /** @param run how it is started, in Chinese where more than a command is needed */
    @NamedInterface("services")
    public record Program(String language, String file, String run, String text) {}

    /** @param color City Brain's plateColor, 1 to 5 */
    @NamedInterface("services")
    public record Vehicle(String plate, int color) {

        /** Stands in until one is registered. */
        public static final Vehicle EXAMPLE = new Vehicle("浙A12345", 1);
    }

    /**
     * What is filled in.
     *
     * @param endpoint the platform's address, without a slash at its end
     * @param staySeconds how long the vehicle parks
     * @param vehicle the one that parks, unless another is named at the start
     */
    @NamedInterface("services")
    public record Lot(String endpoint, String accessId, String lotCode, long staySeconds, Vehicle vehicle) {}

    public List<Program> of(Lot lot) {
        return Arrays.stream(Language.values())
                .map(language ->
                        new Program(language.title, language.file, filled(language.run, lot), text(language, lot)))
                .toList();
    }

    /** @param file name as in {@link Program} */
    public Optional<String> file(Lot lot, String file) {
        return Arrays.stream(Language.values())
                .filter(language -> language.file.equals(file))
                .map(language -> text(language, lot))
                .findFirst();
    }

    private static String text(Language language, Lot lot) {
        return filled(SampleFiles.text(language.file), lot);
    }

    private static String filled(String text, Lot lot) {
        String plate = plain(lot.vehicle().plate());
        return text.replace("__ENDPOINT__", plain(lot.endpoint()))
                .replace("__ACCESS_ID__", plain(lot.accessId()))
                .replace("__PARKING_CODE__", plain(lot.lotCode()))
                .replace("__STAY_SECONDS__", String.valueOf(lot.staySeconds()))
                .replace("__PLATE_ESCAPED__", escaped(plate))
                .replace("__PLATE__", plate)
                .replace("__PLATE_COLOR__", String.valueOf(lot.vehicle().color()))
                .replace("__PHOTO__", SampleFiles.PHOTO);
    }

    /** As Java reads it whatever the encoding of its source. */
    private static String escaped(String text) {
        return text.chars()
                .mapToObj(c -> c < 128 ? String.valueOf((char) c) : String.format("\\u%04x", c))
                .collect(Collectors.joining());
    }

    /** Nothing that would end a text in one of the languages. */
    private static String plain(String value) {
        return value.replaceAll("[\"'\\\\$\\p{Cc}]", "");
    }
}
