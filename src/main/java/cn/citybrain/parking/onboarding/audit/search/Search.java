package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What an auditor knows of the applications that they look for; all of it holds of each that is found. Empty texts and sets ask
 * nothing.
 *
 * @param number found in the application's number
 * @param company found in the company's name, credit code or tenant
 * @param lot found in the name or code of a lot that it was meant for or bound to
 * @param plate whole, or a part of it: a vehicle that was registered for its tests or drove in one
 * @param person found in the id or the name of somebody who did something in it
 * @param bill the whole number
 * @param transaction the whole number: the channel's, or ours of a deduction or a refund
 * @param states any of these
 * @param from the first day on which it may have begun, null for any
 * @param to the last such day
 * @param with every one of these
 */
record Search(
        String number,
        String company,
        Optional<Channel> channel,
        String lot,
        String plate,
        String person,
        String bill,
        String transaction,
        Set<ApplicationState> states,
        LocalDate from,
        LocalDate to,
        Set<Mark> with,
        Order order,
        boolean descending) {

    Search {
        states = Set.copyOf(states);
        with = Set.copyOf(with);
    }
}
