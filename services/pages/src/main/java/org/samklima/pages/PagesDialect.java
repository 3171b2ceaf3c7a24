package org.samklima.pages;

import java.util.Set;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** What every template can use besides Thymeleaf's own: {@code #figures} in the page's language, and {@code #assets}. */
final class PagesDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private static final String FIGURES = "figures";
    private static final String ASSETS = "assets";

    private final FigureTexts figures;
    private final Assets assets;

    PagesDialect(FigureTexts figures, Assets assets) {
        super("samklima");
        this.figures = figures;
        this.assets = assets;
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return Set.of(FIGURES, ASSETS);
    }

    @Override
    public Object buildObject(IExpressionContext context, String name) {
        return name.equals(FIGURES) ? figures.in(context.getLocale()) : assets;
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
