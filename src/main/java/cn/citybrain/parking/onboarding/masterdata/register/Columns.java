package cn.citybrain.parking.onboarding.masterdata.register;

import cn.citybrain.parking.onboarding.masterdata.sheet.Content;
import cn.citybrain.parking.onboarding.masterdata.sheet.Heading;
import java.util.List;

/** How the columns of a file are written down. */
final class Columns {

    private Columns() {}

    static Heading required(String key, String title, Content content, String example, String how, String... also) {
        return new Heading(key, title, content, true, List.of(also), example, how);
    }

    static Heading optional(String key, String title, Content content, String example, String how, String... also) {
        return new Heading(key, title, content, false, List.of(also), example, how);
    }
}
