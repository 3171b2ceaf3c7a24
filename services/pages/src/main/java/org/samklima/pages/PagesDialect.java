package org.samklima.pages;

import java.util.Map;
import java.util.Set;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** What every template can use besides Thymeleaf's own: {@code #assets}. */
final class PagesDialect extends AbstractDialect implements IExpressionObjectDialect {

    private final Map<String, Object> objects;

    PagesDialect(Assets assets) {
        super("samklima");
        this.objects = Map.of("assets", assets);
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return new IExpressionObjectFactory() {

            @Override
            public Set<String> getAllExpressionObjectNames() {
                return objects.keySet();
            }

            @Override
            public Object buildObject(IExpressionContext context, String name) {
                return objects.get(name);
            }

            @Override
            public boolean isCacheable(String name) {
                return true;
            }
        };
    }
}
