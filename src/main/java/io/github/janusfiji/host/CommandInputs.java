/*-
 * #%L
 * Janus: make, study and expose face manipulation in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Janus developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.janusfiji.host;

import ij.ImagePlus;
import io.github.janusfiji.task.InputException;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.convert.ConvertService;
import org.scijava.module.Module;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;
import org.scijava.service.Service;

/** The parameters of one run of a command, set by name and checked. */
final class CommandInputs {

	private final Module module;
	private final InputText texts;
	private final ModuleService modules;

	/**
	 * @param module the run
	 * @param context SciJava's services
	 */
	CommandInputs(final Module module, final Context context) {
		this.module = module;
		texts = new InputText(context.service(ConvertService.class));
		modules = context.service(ModuleService.class);
	}

	/**
	 * @param info a command
	 * @return the parameters that a user can give, in order
	 */
	static List<ModuleItem<?>> of(final ModuleInfo info) {
		return StreamSupport.stream(info.inputs().spliterator(), false)
			.<ModuleItem<?>> map(item -> item).filter(CommandInputs::isForUser)
			.toList();
	}

	private static boolean isForUser(final ModuleItem<?> item) {
		return !Service.class.isAssignableFrom(item.getType()) && !Context.class
			.isAssignableFrom(item.getType()) && item
				.getVisibility() != ItemVisibility.MESSAGE;
	}

	/**
	 * @param info a command
	 * @return the names of the parameters that a user can give
	 */
	static List<String> names(final ModuleInfo info) {
		return of(info).stream().map(ModuleItem::getName).toList();
	}

	/**
	 * Sets parameters.
	 *
	 * @param values by name: texts, or objects of a parameter's type
	 * @throws InputException if there is no such parameter, or it cannot take the
	 *           value; nothing is set then
	 */
	void set(final Map<String, ?> values) throws InputException {
		final ModuleInfo info = module.getInfo();
		final List<String> names = names(info);
		final var ready = new LinkedHashMap<String, Object>();
		for (final var entry : values.entrySet()) {
			final String name = entry.getKey();
			if (!names.contains(name)) throw new InputException("'" + info
				.getTitle() + "' has no parameter '" + name + "'" + (names.isEmpty()
					? "; it has none." : "; it has: " + String.join(", ", names) + "."));
			ready.put(name, texts.value(info.getInput(name), entry.getValue()));
		}
		ready.forEach((name, value) -> {
			module.setInput(name, value);
			module.resolveInput(name);
		});
	}

	/**
	 * Sets to its declared default what was not given, so that neither a dialog
	 * nor the memory of an earlier session decides. An image stays what the host
	 * made it.
	 *
	 * @param given names of the parameters that are set already
	 */
	void setDefaults(final Set<String> given) {
		for (final ModuleItem<?> item : of(module.getInfo())) {
			final String name = item.getName();
			if (given.contains(name)) continue;
			if (!ImagePlus.class.equals(item.getType())) module.setInput(name,
				declared(item));
			module.resolveInput(name);
		}
	}

	/**
	 * @param item a parameter
	 * @return the value that it has unless another is given
	 */
	Object declared(final ModuleItem<?> item) {
		return File.class.equals(item.getType()) ? item.getDefaultValue() : modules
			.getDefaultValue(item);
	}
}
