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
package io.github.janusfiji.nn;

import io.github.janusfiji.task.InputException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Engine that computes tensors: memory, and a few operations on tensors in it
 * with their gradients. Tensors of one engine mean nothing to another.
 */
public interface Engine extends AutoCloseable {

	/** @return the tensors: their lives, and how numbers come in and out */
	Memory memory();

	/** @return sums, products and slices of tensors */
	Algebra algebra();

	/** @return the functions of layers, and the optimiser */
	LayerFunctions layers();

	/** @return what training makes small */
	LossFunctions losses();

	/**
	 * Gives back the memory that scopes kept for their next use, as
	 * {@link Memory#close}.
	 */
	@Override
	default void close() {
		memory().close();
	}

	/**
	 * A kind of engine. Implementations are named in
	 * {@code META-INF/services/io.github.janusfiji.nn.Engine$Provider}; nothing
	 * else of Janus has to know them.
	 */
	interface Provider {

		/**
		 * May load native libraries.
		 *
		 * @return whether engines of this kind compute on this machine
		 */
		boolean isAvailable();

		/**
		 * @return in a sentence for people what keeps engines of this kind from
		 *         computing on this machine; empty if nothing does, or nobody knows
		 */
		default String missing() {
			return "";
		}

		/** @return of the kinds that are available, the largest is preferred */
		int preference();

		/** @return what engines of this kind compute on; only if available */
		ComputeDevice device();

		/** @return a new engine in single precision; only if available */
		Engine create();

		/**
		 * @return a new engine in double precision, by which others are checked, if
		 *         this kind has one
		 */
		default Optional<Engine> reference() {
			return Optional.empty();
		}
	}

	/** @return a new engine of the kind that models train and run in */
	static Engine preferred() {
		return available().get(0).create();
	}

	/** @return a new engine in double precision, by which others are checked */
	static Engine reference() {
		return available().stream().flatMap(kind -> kind.reference().stream())
			.findFirst().orElseThrow();
	}

	/** @return the kinds that compute on this machine, the preferred one first */
	private static List<Provider> available() {
		return kinds().filter(Provider::isAvailable).sorted(Comparator
			.comparingInt(Provider::preference).reversed()).toList();
	}

	private static Stream<Provider> kinds() {
		return ServiceLoader.load(Provider.class, Provider.class.getClassLoader())
			.stream().map(ServiceLoader.Provider::get);
	}

	/**
	 * Name of the device; its engine is loaded if it was not yet.
	 *
	 * @return the device of {@link #preferred}
	 * @throws InputException if no engine for this system can be loaded
	 */
	static ComputeDevice device() throws InputException {
		return provider("auto").device();
	}

	/**
	 * @param wish {@code auto}, {@code cpu} or {@code gpu}
	 * @return the preferred of the kinds that compute there
	 * @throws InputException if there is none
	 */
	static Provider provider(final String wish) throws InputException {
		if (!wish.matches("auto|cpu|gpu")) throw new InputException("There is no " +
			"device '" + wish + "': choose auto, cpu or gpu.");
		try {
			return available().stream().filter(kind -> wish.equals("auto") || kind
				.device().gpu() == wish.equals("gpu")).findFirst().orElseThrow(
					() -> missing(wish));
		}
		catch (final LinkageError | RuntimeException e) {
			throw new InputException("ND4J, which computes the face models, cannot " +
				"be loaded on this system: install the build of Janus for it.", e);
		}
	}

	private static InputException missing(final String wish) {
		return wish.equals("gpu") ? new InputException("This installation of " +
			"Janus computes on the processor only: choose the device cpu, or " +
			"install CUDA. " + kinds().map(Provider::missing).filter(
				sentence -> !sentence.isEmpty()).findFirst().orElse("")) : new InputException("This installation " +
				"of Janus computes on the graphics card only: choose the device gpu, " +
				"or install the build for the processor.");
	}
}
