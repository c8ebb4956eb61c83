package cn.citybrain.parking.onboarding.change;

import java.time.Instant;
import java.util.List;

/**
 * Something that was done to a subject.
 *
 * @param id greater than that of any earlier change
 * @param version of the subject since; 0 where it counts none
 * @param action what was done, Chinese, as it is shown: 新建, 修改, 停用 …
 * @param by user id
 * @param note the reason or where it came from, Chinese, may be empty
 */
public record Change(
        long id,
        Subject subject,
        long version,
        String action,
        String by,
        Instant at,
        List<ChangedField> fields,
        String note) {

    public Change {
        fields = List.copyOf(fields);
    }
}
