package cn.citybrain.parking.onboarding.access.engine;

import java.util.Date;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The engine's clean-up gets no history of a process: it knows nothing of accounts and lots that are live still, and says
 * nobody what it removed. The audit removes them.
 */
final class HistoriesStay extends DefaultHistoryRemovalTimeProvider {

    /** @return null: never */
    @Override
    public Date calculateRemovalTime(HistoricProcessInstanceEventEntity instance, ProcessDefinition processDefinition) {
        return null;
    }
}
