package cn.citybrain.parking.onboarding.application;

import java.util.List;
import java.util.Map;

/**
 * Everything that was ever submitted of an application.
 *
 * @param revisions oldest first
 * @param labels Chinese names of the form's fields, papers included, in the form's order
 */
public record WholeForm(List<WholeRevision> revisions, Map<String, String> labels) {

    public WholeForm {
        revisions = List.copyOf(revisions);
    }

    /** Chinese name of a field; the key itself where the form has no such field any more. */
    public String label(String key) {
        return labels.getOrDefault(key, key.isEmpty() ? "其他" : key);
    }
}
