package cn.citybrain.parking.onboarding.audit.dossier.matter;

import cn.citybrain.parking.onboarding.audit.diagram.Models;
import java.nio.charset.StandardCharsets;

/** A version of a model that played a part. */
public record Version(String definitionId, String key, int number, String xml) {

    public static Version of(Models.Model model) {
        return new Version(model.definitionId(), model.key(), model.version(), model.xml());
    }

    public DossierFile file() {
        return DossierFile.of(
                "流程/%s-第%d版.bpmn".formatted(key, number), xml.getBytes(StandardCharsets.UTF_8));
    }
}
