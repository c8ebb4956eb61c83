package cn.citybrain.parking.onboarding.change;

import java.util.List;

/**
 * What is done to a subject, to be recorded with who does it and now.
 *
 * @param version of the subject afterwards; 0 where it counts none
 * @param action what is done, Chinese, at most 40 characters, as it is shown: 新建, 修改, 停用 …
 * @param note the reason or where it comes from, Chinese, may be empty
 */
public record Done(Subject subject, long version, String action, List<ChangedField> fields, String note) {

    public Done {
        fields = List.copyOf(fields);
    }
}
