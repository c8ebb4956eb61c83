package cn.citybrain.parking.onboarding.parking.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Programs that play a whole visit at a lot, filled in for it. They run as they are: the private key is read from a file of the vendor's. */
@NamedInterface("services")
@Component
public class SampleCode {

    private enum Language {
        JAVA("Java", "CityBrainLot.java", "java CityBrainLot.java lot-private-key.pem 浙A12345"),
        PYTHON("Python", "citybrain_lot.py", "python3 citybrain_lot.py lot-private-key.pem 浙A12345"),
        PHP("PHP", "citybrain_lot.php", "php citybrain_lot.php lot-private-key.pem 浙A12345"),
        CSHARP(
                "C#",
                "CityBrainLot.cs",
                "dotnet new console -n CityBrainLot，用本文件替换 Program.cs，再 dotnet run -- lot-private-key.pem 浙A12345");

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

    /**
     * What is filled in.
     *
     * @param endpoint the platform's address, without a slash at its end
     * @param staySeconds how long the vehicle parks
     */
    @NamedInterface("services")
    public record Lot(String endpoint, String accessId, String lotCode, long staySeconds) {}

    public List<Program> of(Lot lot) {
        return Arrays.stream(Language.values())
                .map(language -> new Program(language.title, language.file, language.run, filled(language, lot)))
                .toList();
    }

    /** @param file name as in {@link Program} */
    public Optional<String> file(Lot lot, String file) {
        return Arrays.stream(Language.values())
                .filter(language -> language.file.equals(file))
                .map(language -> filled(language, lot))
                .findFirst();
    }

    private static String filled(Language language, Lot lot) {
        return SampleFiles.text(language.file)
                .replace("__ENDPOINT__", plain(lot.endpoint()))
                .replace("__ACCESS_ID__", plain(lot.accessId()))
                .replace("__PARKING_CODE__", plain(lot.lotCode()))
                .replace("__STAY_SECONDS__", String.valueOf(lot.staySeconds()))
                .replace("__PHOTO__", SampleFiles.PHOTO);
    }

    /** Nothing that would end a text in one of the languages. */
    private static String plain(String value) {
        return value.replaceAll("[\"'\\\\$\\p{Cc}]", "");
    }
}
