package cn.citybrain.parking.onboarding.audit.dossier.matter;

import cn.citybrain.parking.onboarding.audit.NotOnRecord;
import cn.citybrain.parking.onboarding.audit.diagram.Course;
import cn.citybrain.parking.onboarding.audit.diagram.Models;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The versions of the models that played a part in a story, as they were deployed. */
@Component
public class Versions {

    private final Models models;

    Versions(Models models) {
        this.models = models;
    }

    /** By key and number; without those that were deleted. */
    public List<Version> of(List<Course> courses) {
        List<Version> versions = new ArrayList<>();
        for (String id : courses.stream().map(Course::definitionId).distinct().toList()) {
            find(id).ifPresent(versions::add);
        }
        versions.sort(Comparator.comparing(Version::key).thenComparing(Version::number));
        return versions;
    }

    private Optional<Version> find(String definitionId) {
        try {
            return Optional.of(Version.of(models.of(definitionId)));
        } catch (NotOnRecord deleted) {
            return Optional.empty();
        }
    }
}
