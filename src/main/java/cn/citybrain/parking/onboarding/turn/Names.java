package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Role;

/** Names in a sentence. */
final class Names {

    private Names() {}

    /** People of a role, as one who acts. */
    static String of(Role role) {
        return role == Role.OPS_REVIEWER ? role.title() + "人员" : role.title();
    }

    /** At the beginning of a sentence. */
    static String first(String name) {
        return spaced(name).stripLeading();
    }

    /** In the middle of Chinese words: what is Latin stands between spaces. */
    static String spaced(String name) {
        return name.matches("[A-Za-z].*") ? " " + name + " " : name;
    }
}
