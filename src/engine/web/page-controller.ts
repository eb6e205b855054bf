// Marks a controller whose routes answer pages: rendered in the layout, left out of the API's documentation.
import { applyDecorators, Controller, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '../api/api-routes.js';
import { RenderPages } from './render/render-pages.interceptor.js';

export const PageController = () => applyDecorators(Controller(), ApiExcludeController(), UseInterceptors(RenderPages));
