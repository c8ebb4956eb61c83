package cn.citybrain.parking.onboarding.simulator.channel.exchange;

import cn.citybrain.parking.onboarding.simulator.channel.Offices;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Faults;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Around every call of a channel's protocol: checks who signed it, lets planned faults happen, signs the answer. */
@Component
class ChannelExchange extends OncePerRequestFilter {

    private final List<Protocol> protocols;
    private final Offices offices;
    private final FaultyAnswers faulty;

    ChannelExchange(List<Protocol> protocols, Offices offices, FaultyAnswers faulty) {
        this.protocols = protocols;
        this.offices = offices;
        this.faulty = faulty;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return protocols.stream().noneMatch(protocol -> protocol.owns(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Protocol protocol =
                protocols.stream().filter(one -> one.owns(request)).findFirst().orElseThrow();
        Call call = Call.of(request);
        Optional<Answer> refusal = protocol.refusal(call);
        if (refusal.isPresent()) {
            FaultyAnswers.write(protocol.seal(call, refusal.get(), Seal.GENUINE), response);
            return;
        }
        Faults faults = offices.of(protocol.channel()).faults();
        Optional<Fault> fault =
                protocol.operation(call).flatMap(operation -> faults.take(operation, Fault.Phase.WIRE, call.text()));
        if (fault.isEmpty()) {
            FaultyAnswers.write(protocol.seal(call, work(call, response, chain), Seal.GENUINE), response);
        } else if (FaultyAnswers.works(fault.get())) {
            faulty.give(fault.get(), protocol, call, work(call, response, chain), response);
        } else {
            faulty.give(fault.get(), protocol, call, Answer.json(202, ""), response);
        }
    }

    private static Answer work(Call call, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(call.request(), answer);
        String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        return Answer.json(answer.getStatus(), body).type(answer.getContentType());
    }
}
