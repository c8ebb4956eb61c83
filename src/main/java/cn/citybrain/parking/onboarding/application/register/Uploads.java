package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.document.PaperIntake;
import cn.citybrain.parking.onboarding.document.PaperRefused;
import cn.citybrain.parking.onboarding.document.ReadPaper;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads uploaded papers, before any transaction begins, and says which field a refused one is about. */
@Component
public class Uploads {

    private final PaperIntake intake;

    Uploads(PaperIntake intake) {
        this.intake = intake;
    }

    /**
     * @param label of the field
     * @param fileName what the browser says
     * @throws InvalidFields if the file is refused
     */
    public ReadPaper read(String fieldKey, String label, String fileName, byte[] content) {
        try {
            return intake.read(fileName, content);
        } catch (PaperRefused e) {
            String message = label + "：" + e.getMessage();
            throw new InvalidFields(message, Map.of(fieldKey, message));
        }
    }
}
