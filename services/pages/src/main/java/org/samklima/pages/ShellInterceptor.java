package org.samklima.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Puts the shell into the model of every page that is about to be rendered. */
final class ShellInterceptor implements HandlerInterceptor {

    private final Shells shells;

    ShellInterceptor(Shells shells) {
        this.shells = shells;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && rendersTemplate(page) && !page.getModel().containsKey(Shells.ATTRIBUTE)) {
            page.addObject(Shells.ATTRIBUTE, shells.of(request));
        }
    }

    private static boolean rendersTemplate(ModelAndView page) {
        View view = page.getView();
        String name = page.getViewName();
        return view == null && name != null && !name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
    }
}
