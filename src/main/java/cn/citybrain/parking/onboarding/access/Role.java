package cn.citybrain.parking.onboarding.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person is to this product. Each role is a group of the engine's identity service. */
public enum Role {
    /** 车场方: applies, uploads papers, binds lots. */
    LOT_OPERATOR("lot-operator", "车场方"),
    /** 车场技术方: connects a lot's system. Its company is a group of its own, {@value #VENDOR_PREFIX}…. */
    LOT_VENDOR("lot-vendor", "车场技术方"),
    /** 运营公司审核: accepts, returns or refuses applications. */
    OPS_REVIEWER("ops-reviewer", "运营公司审核"),
    /** 运营公司主管: escalations, undecided deductions, refunds. */
    OPS_SUPERVISOR("ops-supervisor", "运营公司主管"),
    /** 审计: sees everything, changes nothing. */
    AUDITOR("auditor", "审计"),
    /** Keeps the users. */
    ADMIN("onboarding-admin", "系统管理员");

    /** Prefix of the groups that are vendor companies; their users are in {@link #LOT_VENDOR} too. */
    public static final String VENDOR_PREFIX = "vendor-";

    private static final Set<String> EVERYTHING = Set.of(OPS_REVIEWER.group, OPS_SUPERVISOR.group, AUDITOR.group);

    private final String group;
    private final String title;

    Role(String group, String title) {
        this.group = group;
        this.title = title;
    }

    /** Id of the engine's group. */
    public String group() {
        return group;
    }

    /** Chinese name. */
    public String title() {
        return title;
    }

    /** Whether a group id names a vendor company. */
    public static boolean isVendorCompany(String group) {
        return group.startsWith(VENDOR_PREFIX);
    }

    /** Whether the members of a group see the data of every parking company: the one place that says who. */
    public static boolean seesEverything(String group) {
        return EVERYTHING.contains(group);
    }

    /** The role whose members a group holds; empty for a vendor company. */
    public static Optional<Role> ofGroup(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }

    /** The roles whose members these groups hold; vendor companies and unknown groups are none. */
    public static Set<Role> ofGroups(Collection<String> groups) {
        return groups.stream()
                .flatMap(group -> ofGroup(group).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
