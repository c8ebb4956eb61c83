package cn.citybrain.parking.onboarding.access.engine;

import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.query.Query;

/** Filters whose stored query, and whatever somebody adds to it, is walked for expressions before it runs. */
final class GuardedFilters extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        GuardedQueries.checkStored(filter.getQuery());
        return super.saveFilter(filter);
    }

    @Override
    public <T> List<T> list(String filterId) {
        checkFilter(filterId);
        return super.list(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extending) {
        check(filterId, extending);
        return super.list(filterId, extending);
    }

    @Override
    public <T> List<T> listPage(String filterId, int first, int max) {
        checkFilter(filterId);
        return super.listPage(filterId, first, max);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extending, int first, int max) {
        check(filterId, extending);
        return super.listPage(filterId, extending, first, max);
    }

    @Override
    public <T> T singleResult(String filterId) {
        checkFilter(filterId);
        return super.singleResult(filterId);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extending) {
        check(filterId, extending);
        return super.singleResult(filterId, extending);
    }

    @Override
    public Long count(String filterId) {
        checkFilter(filterId);
        return super.count(filterId);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extending) {
        check(filterId, extending);
        return super.count(filterId, extending);
    }

    private void check(String filterId, Query<?, ?> extending) {
        GuardedQueries.checkSent(extending);
        checkFilter(filterId);
    }

    private void checkFilter(String filterId) {
        Filter filter = getFilter(filterId);
        if (filter != null) {
            GuardedQueries.checkStored(filter.getQuery());
        }
    }
}
