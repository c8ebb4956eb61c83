package cn.citybrain.parking.onboarding.application;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.Arrays;
import java.util.Optional;

/** Papers that come with a later step, not with the application itself. */
public enum StepPaper {
    /** The contract as it was signed on site. */
    CONTRACT("signedContract", "签约合同照片", Role.LOT_OPERATOR),
    /** What a bank without an interface gave in writing. */
    RESULT("signingResult", "签约入网凭证", Role.OPS_REVIEWER),
    /** A device in its lane. */
    DEVICE("devicePhoto", "设备照片", Role.LOT_OPERATOR);

    private final String key;
    private final String label;
    private final Role role;

    StepPaper(String key, String label, Role role) {
        this.key = key;
        this.label = label;
        this.role = role;
    }

    public static Optional<StepPaper> of(String key) {
        return Arrays.stream(values()).filter(paper -> paper.key.equals(key)).findFirst();
    }

    /** Field key of the stored paper. */
    public String key() {
        return key;
    }

    /** Chinese name. */
    public String label() {
        return label;
    }

    /** Who uploads it. */
    public Role role() {
        return role;
    }
}
