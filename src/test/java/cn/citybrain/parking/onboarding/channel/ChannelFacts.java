package cn.citybrain.parking.onboarding.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What a constant of {@link Channel} says, and what is wrong with it beside the others. */
record ChannelFacts(String code, String name, String prefix, int paidType) {

    static List<ChannelFacts> all() {
        return Arrays.stream(Channel.values())
                .map(each -> new ChannelFacts(each.code(), each.displayName(), each.numberPrefix(), each.paidType()))
                .toList();
    }

    /** One sentence for each fault. */
    List<String> faults(List<ChannelFacts> all) {
        List<String> faults = new ArrayList<>();
        if (!code.matches("[a-z]+")) {
            faults.add("its code " + code + " is not made of small letters");
        }
        if (!prefix.matches("[A-Z]{2}")) {
            faults.add("its prefix " + prefix + " is not two capital letters");
        }
        unique(faults, all, "code", ChannelFacts::code);
        unique(faults, all, "name", ChannelFacts::name);
        unique(faults, all, "prefix", ChannelFacts::prefix);
        unique(faults, all, "paidType", ChannelFacts::paidType);
        return faults;
    }

    private void unique(List<String> faults, List<ChannelFacts> all, String what, Function<ChannelFacts, Object> of) {
        all.stream()
                .filter(other -> other != this && of.apply(other).equals(of.apply(this)))
                .forEach(other -> faults.add("its " + what + " " + of.apply(this) + " is that of " + other.name()));
    }
}
