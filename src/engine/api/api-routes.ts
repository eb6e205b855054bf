// What the API's document tells of a route, noted beside the route: the decorators of `@nestjs/swagger`, by their names and with their options.
import { note, type Library } from './noted.js';

type Decorator = ClassDecorator & MethodDecorator;
type Named =
  | 'ApiBearerAuth'
  | 'ApiExcludeController'
  | 'ApiHeader'
  | 'ApiOkResponse'
  | 'ApiOperation'
  | 'ApiProduces'
  | 'ApiQuery'
  | 'ApiResponse'
  | 'ApiTags';

const later =
  <N extends Named>(name: N) =>
  (...options: Parameters<Library[N]>): Decorator =>
  (...target: readonly unknown[]): void => {
    note((library) => {
      const make = library[name] as (...given: readonly unknown[]) => (...on: readonly unknown[]) => void;
      make(...options)(...target);
    });
  };

export const ApiBearerAuth = later('ApiBearerAuth');
export const ApiExcludeController = later('ApiExcludeController');
export const ApiHeader = later('ApiHeader');
export const ApiOkResponse = later('ApiOkResponse');
export const ApiOperation = later('ApiOperation');
export const ApiProduces = later('ApiProduces');
export const ApiQuery = later('ApiQuery');
export const ApiResponse = later('ApiResponse');
export const ApiTags = later('ApiTags');
