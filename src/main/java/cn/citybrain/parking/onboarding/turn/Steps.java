package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import java.util.Collection;
import java.util.List;

/** Port: where processes stand. */
public interface Steps {

    /**
     * Of applications as a whole, without their lots, and of lots. In a fixed number of statements.
     *
     * @param applications numbers
     */
    List<Step> of(Collection<String> applications, Collection<LotBinding> lots);
}
